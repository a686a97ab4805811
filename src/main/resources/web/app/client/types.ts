import type { Author, Entry, MeetingState, Message, Need, Removal, RoomState } from '../live/index.js';

export {
  type Author,
  type Entry,
  type FieldError,
  type Grounds,
  type MeetingState,
  type Message,
  type Need,
  type Removal,
  type RoomNotice,
  type RoomState,
  SUPPORT_KINDS,
  type SupportKind,
  type Words,
} from '../live/index.js';

export type Role = 'member' | 'moderator' | 'admin';
export type RoomVisibility = 'open' | 'request' | 'invitation';
export type RoomOpening = 'always' | 'sessions';
export type ResourceState = 'draft' | 'published' | 'withdrawn';

export type AccountState = 'waiting' | 'active' | 'resting' | 'leaving' | 'erasing';
export type Standing = 'good' | 'muted' | 'suspended' | 'excluded';

export interface Person {
  id: string;
  handle: string;
  role: Role;
  agreed: boolean;
  state: AccountState;
  standing: Standing;
  /** Whether this session has shown it; until then staff are members. */
  secondFactor: boolean;
  /** Whether they have invitations to look after. */
  mayInvite: boolean;
}

/** What somebody shows to prove that it is them. */
export type Proof = { password: string } | { code: string };

export interface SecondFactor {
  on: boolean;
  since?: string;
}

/** A second factor that is being set up; readable this once. */
export interface FactorBegun {
  secret: string;
  uri: string;
  /** A QR code as one path. */
  picture: { size: number; path: string };
}

export type MeasureKind = 'word' | 'mute' | 'suspend' | 'exclude';
export type MeasureState = 'said' | 'proposed' | 'in-force' | 'ended' | 'lifted';

/** A measure as its person is told of it. */
export interface Notice {
  id: string;
  kind: MeasureKind;
  state: MeasureState;
  rule: string;
  ruleTitle: string;
  reason: string;
  since: string;
  until?: string;
  liftedAt?: string;
  liftReason?: string;
  next: string;
  youAreStillAMember: boolean;
}

export interface OwnStanding {
  standing: Standing;
  notices: Notice[];
}

export interface Somebody {
  id: string;
  handle?: string;
}

/** A measure as staff see it. */
export interface Measure {
  id: string;
  account: Somebody;
  kind: MeasureKind;
  state: MeasureState;
  rule: string;
  ruleTitle: string;
  reason: string;
  madeBy: Somebody;
  madeAt: string;
  endsAt?: string;
  meanwhileUntil?: string;
  secondedBy?: Somebody;
  secondedAt?: string;
  liftedBy?: Somebody;
  liftedAt?: string;
  liftReason?: string;
}

/** An account as staff see it; the number of sessions is for admins. */
export interface AccountFile {
  id: string;
  handle: string;
  role: Role;
  state: AccountState;
  standing: Standing;
  createdAt: string;
  sessions?: number;
}

export interface Signed {
  accessToken: string;
  /** Seconds from now. The time of day is not asked: a phone's clock may be wrong. */
  expiresIn: number;
  person: Person;
}

/** Where somebody is signed in. Browser and platform are known together or not at all; the days are in UTC. */
export interface OwnSession {
  id: string;
  browser?: string;
  platform?: string;
  firstSeen: string;
  lastSeen: string;
  current: boolean;
}

/** A session as admins see it. */
export type OpenSession = Omit<OwnSession, 'current'>;

/** Where letters about an account go, and what is still to be confirmed. */
export interface OwnEmail {
  email?: string;
  pending?: string;
}

export type SignUpMode = 'open' | 'invitation' | 'approval';

export interface Settings {
  leaveTo: string;
  mail: boolean;
  signUp: {
    mode: SignUpMode;
    proof: boolean;
    passwordMinimum: number;
    /** Whether everybody needs one before they take part. */
    secondFactor: boolean;
  };
}

/** Work to do for a sign-up. */
export interface Challenge {
  challenge: string;
  salt: string;
  signature: string;
  maxNumber: number;
  /** Seconds from now. */
  expiresIn: number;
}

export interface Solution {
  challenge: string;
  salt: string;
  signature: string;
  number: number;
}

export interface NewAccount {
  handle: string;
  password: string;
  guidelinesVersion: string;
  proof?: Solution;
  invitation?: string;
  introduction?: string;
}

export interface Invitation {
  id: string;
  usesLeft: number;
  createdAt: string;
  expiresAt: string;
  maker?: string | null;
  note?: string | null;
}

export interface OwnHandle {
  handle: string;
  /** Absent when now. */
  changeableAt?: string;
}

/** Somebody who waits until staff say yes. */
export interface Newcomer {
  id: string;
  handle: string;
  askedAt: string;
  introduction?: string | null;
}

/** What was decided about oneself. */
export interface Approval {
  decision: 'waiting' | 'approved' | 'refused';
  reason?: string;
  goesAt?: string;
}

export interface Codes {
  recoveryCodes: string[];
}

export interface Download {
  id: string;
  state: 'waiting' | 'working' | 'ready' | 'failed';
  done: number;
  of: number;
  bytes?: number;
  expiresAt: string;
}

/** What is to be seen of one's messages once they are erased. */
export type Afterwards = 'line' | 'go';

/** What erasing an account means; with a date when it has been asked for. */
export interface Erasure {
  dueAt?: string;
  messages?: Afterwards;
  coolingOffDays: number;
  statement: { goes: string[]; stays: { what: string; why: string }[] };
}

export interface Rule {
  id: string;
  title: string;
  text: string;
}

export interface GuidelinesText {
  version: string;
  markdown: string;
  rules: Rule[];
}

export interface Page<T> {
  items: T[];
  next?: string | null;
}

export interface Room {
  id: string;
  name: string;
  purpose: string;
  topic?: string | null;
  guidelines?: string | null;
  capacity: number;
  placesLeft: number;
  state: RoomState;
  visibility: RoomVisibility;
  /** The least time between two messages of one person; 0 while that is off. */
  slowModeSeconds: number;
  /** Until when nobody comes in by themselves. */
  newcomersClosedUntil?: string | undefined;
  retentionDays: number;
  opening: RoomOpening;
  membership: Belonging;
  member: boolean;
  /** Until when this person is not heard there; nobody else is told. */
  mutedUntil?: string;
  /** Since when this person waits for an answer or a place. */
  askedAt?: string | undefined;
  /** That this person was taken out of it. */
  removal?: MemberRemoval | undefined;
  /** That this person offers the room to somebody, or is offered it. */
  handOver?: { from: Author; to: Author; at: string } | undefined;
  /** Whether this person looks after it. */
  host: boolean;
  hosts: Author[];
  /** Up to where this person has read, for members. */
  mark?: number;
  /** How many messages of others came since, counted to a hundred. */
  unread?: number;
  version: number;
}

/** A session as one person sees it. */
export interface Meeting {
  id: string;
  room: string;
  roomName: string;
  series: { id: string; weekly: boolean; zone: string; version: number };
  title: string;
  host?: Author;
  startsAt: string;
  endsAt: string;
  opensAt: string;
  state: MeetingState;
  /** When what was half written can be sent no more. */
  until?: string;
  hostGone: boolean;
  places: number;
  placesLeft: number;
  mine: 'none' | 'place' | 'waiting';
  everyWeek: boolean;
  leads: boolean;
  mayLead: boolean;
  version: number;
}

export interface NewMeeting {
  title: string;
  host?: string;
  /** By the clock on the wall of the zone. */
  startsAt: string;
  zone: string;
  minutes: number;
  places: number;
  weekly: boolean;
  until?: string;
}

/** What is left out stays as it is. */
export interface MeetingChange {
  title?: string;
  host?: string;
  startsAt?: string;
  minutes?: number;
  places?: number;
  /** Those who come read it. */
  reason: string;
}

/** The same of all sessions of a series, whose day of the week stays. */
export interface SeriesChange extends Omit<MeetingChange, 'startsAt'> {
  /** By the clock on the wall of the series' zone. */
  time?: string;
}

export interface OwnCalendar {
  on: boolean;
  since?: string;
  titles: boolean;
}

/** How far somebody has come into a room. */
export type Belonging = 'none' | 'asked' | 'waiting' | 'member';

export interface MemberRemoval extends Removal {
  /** When it ends by itself. */
  until?: string;
}

/** Somebody who would like to come into a room, as those who look after it see them. */
export interface JoinRequest {
  id: string;
  handle: string;
  state: 'asked' | 'waiting';
  askedAt: string;
  note?: string;
  removal?: MemberRemoval;
}

export interface RoomMember {
  id: string;
  handle: string;
  joinedAt: string;
  host: boolean;
}

/** An invitation into a room; its code is shown once. */
export interface RoomInvitation {
  id: string;
  usesLeft: number;
  createdAt: string;
  expiresAt: string;
  maker: string;
  note?: string;
}

export interface Muted {
  id: string;
  handle: string;
  since: string;
}

export interface History {
  items: Entry[];
  head: number;
  next?: number | null;
}

/** A pinned message; of what is known about one, the highest number counts. */
export interface Pin {
  seq: number;
  message: Message;
}

/** Somebody who is not heard in a room for a time, for those who look after it. */
export interface RoomMute {
  account: Author;
  rule: string;
  ruleTitle: string;
  reason: string;
  since: string;
  until: string;
  byStaff: boolean;
}

/** Where to read a history from: numbers, or a moment. */
export interface HistoryPlace {
  before?: number;
  after?: number;
  at?: string;
}

/** What a search has found so far, newest first. */
export interface Found {
  items: Message[];
  lookedBackTo?: string;
  next?: number;
}

export interface ResourceSummary {
  id: string;
  title: string;
  kind: string;
  summary: string;
  minutes: number;
  themes: string[];
  state: ResourceState;
  author: { id?: string; name: string; role: 'editors' | Role };
  reviewedOn?: string | null;
  removed?: boolean;
}

export interface Resource extends ResourceSummary {
  body: string;
  bodyHtml: string;
  steps: string[];
  source?: string | null;
  version: number;
  mine: boolean;
  createdAt: string;
  updatedAt: string;
  notice: string;
  removal?: Removal;
}

export interface ResourceText {
  title: string;
  kind: string;
  summary: string;
  body: string;
  steps: string[];
  minutes: number;
  themes: string[];
  source: string;
}

export const KINDS = [
  'strategy',
  'practice',
  'wound',
  'style',
  'sign',
  'strength',
  'cause',
  'effect',
  'help',
  'experience',
] as const;

export const THEMES = [
  'abandonment',
  'not-enough',
  'perfection',
  'therapy',
  'mindfulness',
  'open-communication',
  'self-worth',
  'boundaries',
  'past-relationships',
  'relationship-skills',
  'supportive-network',
  'understanding',
] as const;

export const NEEDS: readonly Need[] = ['to-be-heard', 'advice', 'encouragement', 'an-answer'];
