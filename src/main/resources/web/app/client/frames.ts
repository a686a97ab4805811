import type { Author, Entry, FieldError, RoomNotice, Words } from './types.js';

export type ClientFrame =
  | { type: 'join'; ref: string; room: string; after?: number }
  | { type: 'leave'; ref: string; room: string }
  | ({ type: 'say'; ref: string; room: string; key: string } & Words)
  | { type: 'appear'; ref: string; room: string; named: boolean }
  | { type: 'renew'; ref: string; token: string };

/** Who is in a room just now: how many, and those who choose to be named. */
export interface Present {
  type: 'present';
  room: string;
  count: number;
  people: Author[];
}

export interface Failure {
  type: 'failure';
  ref?: string;
  code: string;
  message: string;
  next: string;
  retryAfterMs?: number;
  errors?: FieldError[];
  until?: string;
}

/** So many at once; afterwards they come back evenly within these seconds. */
export interface Quota {
  count: number;
  seconds: number;
}

export interface Limits {
  frameBytes: number;
  textLength: number;
  messages: Quota;
  support: Quota;
}

export type Answer =
  | { type: 'welcome'; protocol: string; expiresAt: string; limits: Limits }
  | { type: 'joined'; ref: string; room: string; head: number; named?: boolean }
  | { type: 'caughtUp'; room: string; seq: number }
  | { type: 'saved'; ref: string; room: string; key: string; seq: number; at: string }
  | { type: 'left'; ref?: string; room: string }
  | { type: 'renewed'; ref: string; expiresAt: string }
  | { type: 'done'; ref: string; room: string }
  | (Present & { ref?: never })
  | { type: 'told'; notice: RoomNotice; ref?: never }
  | { type: 'noticesRead'; ref?: never }
  | { type: 'marked'; room: string; seq: number; ref?: never }
  | { type: 'quietChanged'; ref?: never }
  | Failure;

export type ServerFrame = Answer | Entry;

/** The server joins what is waiting into one WebSocket message, one frame a line. */
export function framesOf(text: string): ServerFrame[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ServerFrame);
}

const ENTRIES = new Set([
  'message',
  'removed',
  'restored',
  'roomChanged',
  'hostsChanged',
  'session',
  'quiet',
  'erased',
  'erasure',
  'pinned',
  'unpinned',
  'retracted',
  'retraction',
  'supported',
  'unsupported',
]);

export function isEntry(frame: ServerFrame): frame is Entry {
  return ENTRIES.has(frame.type);
}
