import { dialog, type BrowserWindow } from 'electron';
import type { FileDialogs, FileKind } from '../files/file-dialogs';

/** The system's own dialogs, in front of the till's window. */
export function systemDialogs(window: () => BrowserWindow | null): FileDialogs {
  const options = ({ title, filter, extensions }: FileKind) => ({
    title,
    filters: [{ name: filter, extensions: [...extensions] }],
  });
  return {
    open: async (kind) => {
      const parent = window();
      if (!parent) return null;
      const { filePaths } = await dialog.showOpenDialog(parent, { ...options(kind), properties: ['openFile'] });
      return filePaths[0] ?? null;
    },
    save: async (kind, name) => {
      const parent = window();
      if (!parent) return null;
      const { filePath } = await dialog.showSaveDialog(parent, { ...options(kind), defaultPath: name });
      return filePath === '' ? null : filePath;
    },
  };
}
