/**
 * The exit code of a script that could not do its work on this machine: neither passed nor failed. Other test harnesses
 * (Automake, Meson) use the same one.
 */
export const didNotRunCode = 77;
