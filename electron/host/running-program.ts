import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { errorCode } from './file-system';

/** A running program, told apart from a later one that was given the same number. */
export interface ProgramMark {
  readonly pid: number;
  readonly host: string;
  /** When this computer was started; empty where the system does not say. */
  readonly boot: string;
  /** When the program was started, in the system's own count; empty where it does not say. */
  readonly start: string;
}

export function thisProgram(): ProgramMark {
  return { pid: process.pid, host: hostname(), boot: bootMark(), start: startMark(process.pid) };
}

/** Whether that program still runs on this computer; null where it ran on another one. */
export function isRunning({ pid, host, boot, start }: ProgramMark): boolean | null {
  if (host !== hostname()) return null;
  if (boot !== bootMark()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as another account.
    if (errorCode(error) !== 'EPERM') return false;
  }
  return start === startMark(pid);
}

function bootMark(): string {
  return textOf('/proc/sys/kernel/random/boot_id').trim();
}

/** The 22nd field of proc_pid_stat(5); the second may hold spaces and parentheses. */
function startMark(pid: number): string {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** Linux only; elsewhere the number of the process has to do. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
