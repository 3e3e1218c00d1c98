import { app } from 'electron';

/** Ends this program at once and starts it again. What is under way is taken up from the disk. */
export function startAgain(): void {
  // An AppImage runs from a folder that goes away with it; this names the file itself.
  const { APPIMAGE } = process.env;
  app.relaunch(APPIMAGE === undefined ? {} : { execPath: APPIMAGE });
  app.exit(0);
}
