import type { Author, Entry, RoomNotice, SupportKind, Words } from './entries.js';

/** Why something is taken away: a rule of the guidelines, and a reason that the person reads. */
export interface Grounds {
  rule: string;
  reason: string;
}

/** What somebody does in a room that was joined, beside speaking. From `remove` on, for those who look after the room. */
export type RoomAct =
  | { type: 'retract' | 'mark'; room: string; seq: number }
  | { type: 'support' | 'endSupport'; room: string; seq: number; kind: SupportKind }
  | { type: 'appear'; room: string; named: boolean }
  | ({ type: 'remove'; room: string; seq: number } & Grounds)
  | { type: 'restore'; room: string; seq: number; reason: string }
  | { type: 'pin' | 'unpin'; room: string; seq: number }
  /** What is left out stays as it is. */
  | { type: 'pace'; room: string; slowModeSeconds?: number; paused?: boolean }
  /** Without minutes, until somebody opens the room again. */
  | { type: 'close'; room: string; minutes?: number }
  | { type: 'reopen'; room: string }
  | ({ type: 'mute'; room: string; account: string; until: string } & Grounds)
  | { type: 'unmute'; room: string; account: string; reason: string }
  | ({ type: 'dismiss'; room: string; account: string; until?: string } & Grounds);

/** All that a client may ask. Without `after`, joining begins at the newest entry. */
export type Request =
  | { type: 'join'; room: string; after?: number }
  | { type: 'leave'; room: string }
  | ({ type: 'say'; room: string; key: string } & Words)
  | { type: 'renew'; token: string }
  | RoomAct;

/** What is sent. The `ref` is the client's own, and its one answer carries it. */
export type ClientFrame = Request & { ref: string };

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

/** The first frame of every connection. */
export interface Welcome {
  type: 'welcome';
  protocol: string;
  person: Author;
  expiresAt: string;
  limits: Limits;
}

/** `head` is the newest number in the room; `named` is absent for whoever only reads along. */
export interface Joined {
  type: 'joined';
  ref: string;
  room: string;
  head: number;
  named?: boolean;
}

export interface Saved {
  type: 'saved';
  ref: string;
  room: string;
  key: string;
  seq: number;
  at: string;
}

export interface Done {
  type: 'done';
  ref: string;
  room: string;
}

/** Without a `ref`, the server has ended it: the membership is over. */
export interface Left {
  type: 'left';
  ref?: string;
  room: string;
}

export interface Renewed {
  type: 'renewed';
  ref: string;
  expiresAt: string;
}

export interface FieldError {
  field: string;
  reason: string;
  limit?: number;
  message: string;
}

/** Without a `ref`, what was sent could not be read. */
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

/** Who is in a room just now: how many, and those who choose to be named. */
export interface Present {
  type: 'present';
  room: string;
  count: number;
  people: Author[];
}

/** How far this person has read in a room, here or on another device. */
export interface Marked {
  type: 'marked';
  room: string;
  seq: number;
}

export type Answer = Joined | Saved | Done | Left | Renewed | Failure;

/** How a request is answered when it is not a `Failure`. */
export type AnswerTo<R extends Request> = R extends { type: 'join' }
  ? Joined
  : R extends { type: 'leave' }
    ? Left
    : R extends { type: 'say' }
      ? Saved
      : R extends { type: 'renew' }
        ? Renewed
        : Done;

export type ServerFrame =
  | Answer
  | Entry
  | Welcome
  /** Everything up to here has been sent; what follows is live. */
  | { type: 'caughtUp'; room: string; seq: number }
  | Present
  | { type: 'told'; notice: RoomNotice }
  /** This person has fewer unread notices. */
  | { type: 'noticesRead' }
  | Marked
  /** Whom this person has muted has changed: every room has been left, and is to be read anew. */
  | { type: 'quietChanged' };

/** The server joins what is waiting into one WebSocket message, one frame a line. */
export function framesOf(text: string): ServerFrame[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ServerFrame);
}
