import koffi from 'koffi';

/** Linux's `linux/usb/g_printer.h`. The argument is the status itself, not a place where it is. */
const GADGET_SET_PRINTER_STATUS = 0xc0_01_67_22;
/** The three wires of a parallel port that USB printers still report: not an error, selected, paper out. */
const NO_ERROR = 0x08;
const SELECTED = 0x10;
const PAPER_OUT = 0x20;

const ioctl = koffi.load('libc.so.6').func('int ioctl(int, ulong, ulong)');

/** What the printer says when the kernel itself asks (`GET_PORT_STATUS`), beside what it answers to `DLE EOT`. */
export function setPortStatus(fd: number, { paperOut, stopped }: { paperOut: boolean; stopped: boolean }): void {
  ioctl(fd, GADGET_SET_PRINTER_STATUS, SELECTED | (stopped ? 0 : NO_ERROR) | (paperOut ? PAPER_OUT : 0));
}
