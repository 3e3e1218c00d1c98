// The printing process of somebody who is not in the group `lp`. It is set free only now that its own files are read.
import '../../electron/printing/printer-host';

const NOBODY = 65_534;

process.setgroups?.([]);
process.setegid?.(NOBODY);
process.seteuid?.(NOBODY);
