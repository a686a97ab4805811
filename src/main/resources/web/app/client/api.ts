import { Problem } from './problem.js';
import { isProofAsked, proofs } from './proofs.js';
import { session } from './session.js';
import type * as t from './types.js';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Options {
  accept?: string;
  body?: unknown;
  version?: number;
  /** Who is not signed in yet has nothing to prove. */
  unasked?: boolean;
}

async function request<T>(method: Method, path: string, options: Options = {}): Promise<T> {
  const response = await answer(method, path, options);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function answer(method: Method, path: string, options: Options = {}): Promise<Response> {
  let response = await send(method, path, options);
  if (response.status === 401 && session.person !== undefined && (await session.refresh())) {
    response = await send(method, path, options);
  }
  if (!response.ok) {
    return repeated(method, path, options, noticed(await Problem.of(response)));
  }
  return response;
}

/** What needs a proof is sent again once there is one: whoever asked for it notices nothing but the question. */
async function repeated(method: Method, path: string, options: Options, problem: Problem): Promise<Response> {
  if (options.unasked !== true && isProofAsked(problem.code) && (await proofs.ask(problem.code))) {
    return answer(method, path, options);
  }
  throw problem;
}

/** The guidelines can change while somebody is here; the page then asks them, whatever they were about to do. */
function noticed(problem: Problem): Problem {
  session.learn(problem.code);
  if (problem.code === 'guidelines-not-agreed' && session.person?.agreed === true) {
    session.update({ ...session.person, agreed: false });
  }
  return problem;
}

async function send(method: Method, path: string, { accept = 'application/json', body, version }: Options): Promise<Response> {
  const headers = new Headers({ accept });
  const token = await session.accessToken();
  if (token !== undefined) {
    headers.set('authorization', 'Bearer ' + token);
  }
  if (version !== undefined) {
    headers.set('if-match', `"${version}"`);
  }
  if (body !== undefined) {
    headers.set('content-type', 'application/json');
  }
  const payload = body === undefined ? null : JSON.stringify(body);
  return fetch('/api' + path, { method, headers, body: payload }).catch(() => {
    throw Problem.unreachable();
  });
}

function query(values: Record<string, string | number | boolean | undefined>): string {
  const used = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return used.length === 0 ? '' : '?' + new URLSearchParams(used.map(([key, value]) => [key, String(value)])).toString();
}

const RECOVERY_CODES = '/accounts/me/recovery-codes';

function codesOf(answer: t.Codes): string[] {
  return answer.recoveryCodes;
}

export const accounts = {
  /** Answers with the recovery codes, this once. */
  signUp: async (account: t.NewAccount) =>
    codesOf(await request<t.Codes>('POST', '/accounts', { body: { ...account, adult: true } })),
  signIn: async (handle: string, password: string, code?: string) =>
    session.accept(await request<t.Signed>('POST', '/sessions', { body: { handle, password, code }, unasked: true })),
  prove: async (proof: t.Proof) => {
    await request<void>('POST', '/sessions/current/proof', { body: proof });
    session.update(await accounts.me());
  },
  signOut: async () => {
    session.leaving(true);
    try {
      await request<void>('DELETE', '/sessions/current');
      session.end();
    } finally {
      session.leaving(false);
    }
  },
  sessions: async () => (await request<{ items: t.OwnSession[] }>('GET', '/sessions')).items,
  endSession: (id: string) => request<void>('DELETE', `/sessions/${id}`),
  endOtherSessions: () => request<void>('DELETE', '/sessions'),
  changePassword: (current: string, fresh: string) =>
    request<void>('PUT', '/accounts/me/password', { body: { current, fresh } }),
  recoveryCodesLeft: async () => (await request<{ left: number }>('GET', RECOVERY_CODES)).left,
  renewRecoveryCodes: async () => codesOf(await request<t.Codes>('POST', RECOVERY_CODES)),
  recover: (handle: string, code: string, password: string) =>
    request<void>('POST', '/recovery', { body: { handle, code, password } }),
  me: () => request<t.Person>('GET', '/accounts/me'),
  handle: () => request<t.OwnHandle>('GET', '/accounts/me/handle'),
  changeHandle: (handle: string) => request<t.OwnHandle>('PUT', '/accounts/me/handle', { body: { handle } }),
  approval: () => request<t.Approval>('GET', '/accounts/me/approval'),
  agree: async (version: string) => {
    await request<void>('PUT', '/accounts/me/guidelines', { body: { version } });
    session.update(await accounts.me());
  },
  setUp: async (code: string) => {
    await request<unknown>('POST', '/setup', { body: { code } });
    session.update(await accounts.me());
  },
  find: (handle: string) => request<t.Person>('GET', '/accounts' + query({ handle })),
  giveRole: (id: string, role: t.Role) => request<unknown>('PUT', `/accounts/${id}/role`, { body: { role } }),
  file: (id: string) => request<t.AccountFile>('GET', `/accounts/${id}`),
  sessionsOf: (id: string) => request<t.OpenSession[]>('GET', `/accounts/${id}/sessions`),
  endSessionsOf: (id: string) => request<void>('DELETE', `/accounts/${id}/sessions`),
};

export interface NewMeasure extends t.Grounds {
  kind: t.MeasureKind;
  until?: string;
}

export const measures = {
  own: () => request<t.OwnStanding>('GET', '/accounts/me/measures'),
  about: (account: string) => request<t.Measure[]>('GET', `/accounts/${account}/measures`),
  take: (account: string, measure: NewMeasure) =>
    request<t.Measure>('POST', `/accounts/${account}/measures`, { body: measure }),
  proposals: () => request<t.Measure[]>('GET', '/measures/proposals'),
  confirm: (id: string) => request<t.Measure>('POST', `/measures/${id}/confirmation`),
  lift: (id: string, reason: string) => request<t.Measure>('POST', `/measures/${id}/lifting`, { body: { reason } }),
};

export const quietMutes = {
  list: async () => (await request<{ items: t.Muted[] }>('GET', '/accounts/me/quiet-mutes')).items,
  mute: (id: string) => request<void>('PUT', `/accounts/me/quiet-mutes/${id}`),
  end: (id: string) => request<void>('DELETE', `/accounts/me/quiet-mutes/${id}`),
};

const OWN = '/accounts/me';

/** What belongs to one's account. */
export const ownData = {
  rest: () => request<void>('PUT', OWN + '/rest'),
  comeBack: () => request<void>('DELETE', OWN + '/rest'),
  newest: async () => (await request<t.Page<t.Download>>('GET', OWN + '/downloads')).items[0],
  download: () => request<t.Download>('POST', OWN + '/downloads'),
  progress: (id: string) => request<t.Download>('GET', `${OWN}/downloads/${id}`),
  content: async (id: string) =>
    (await answer('GET', `${OWN}/downloads/${id}/content`, { accept: 'application/zip' })).blob(),
  erasure: () => request<t.Erasure>('GET', OWN + '/erasure'),
  erase: async (messages: t.Afterwards, now: boolean) => {
    session.leaving(now);
    try {
      await request<t.Erasure>('POST', OWN + '/erasure', { body: { messages, now } });
    } catch (failure) {
      session.leaving(false);
      throw failure;
    }
  },
  stay: () => request<void>('DELETE', OWN + '/erasure'),
};

export const notices = {
  list: (cursor?: string) =>
    request<t.Page<t.RoomNotice> & { unread: number }>('GET', '/accounts/me/notices' + query({ cursor, limit: 20 })),
  markRead: (upTo: string) => request<void>('PUT', '/accounts/me/notices/read', { body: { upTo } }),
  letGo: (id: string) => request<void>('DELETE', `/accounts/me/notices/${id}`),
};

const EMAIL = '/accounts/me/email';

export const email = {
  own: () => request<t.OwnEmail>('GET', EMAIL),
  ask: (address: string) => request<t.OwnEmail>('PUT', EMAIL, { body: { email: address } }),
  remove: () => request<void>('DELETE', EMAIL),
  confirm: (token: string) => request<void>('POST', '/email-confirmations', { body: { token } }),
  forgot: (handle: string) => request<void>('POST', '/password-resets', { body: { handle } }),
  reset: (token: string, password: string) =>
    request<void>('POST', '/password-resets/completion', { body: { token, password } }),
};

const SECOND_FACTOR = '/accounts/me/second-factor';

export const secondFactor = {
  state: () => request<t.SecondFactor>('GET', SECOND_FACTOR),
  begin: () => request<t.FactorBegun>('POST', SECOND_FACTOR),
  confirm: async (code: string) => {
    await request<void>('PUT', SECOND_FACTOR, { body: { code } });
    session.update(await accounts.me());
  },
  remove: async () => {
    await request<void>('DELETE', SECOND_FACTOR);
    session.update(await accounts.me());
  },
};

export const signUps = {
  challenge: () => request<t.Challenge>('GET', '/sign-up/challenge'),
};

export const invitations = {
  list: (cursor?: string) => request<t.Page<t.Invitation>>('GET', '/invitations' + query({ cursor, limit: 50 })),
  /** Answers with the code, this once. */
  make: (uses: number, days: number, note: string) =>
    request<{ code: string; invitation: t.Invitation }>('POST', '/invitations', { body: { uses, days, note } }),
  withdraw: (id: string) => request<void>('DELETE', `/invitations/${id}`),
};

export const approvals = {
  list: (cursor?: string) => request<t.Page<t.Newcomer>>('GET', '/approvals' + query({ cursor, limit: 50 })),
  approve: (id: string) => request<void>('POST', `/accounts/${id}/approval`),
  refuse: (id: string, reason: string) => request<void>('POST', `/accounts/${id}/refusal`, { body: { reason } }),
};

let settings: Promise<t.Settings> | undefined;

export const site = {
  /** Asked once; they change with a restart of the server alone. */
  settings: (): Promise<t.Settings> => {
    settings ??= request<t.Settings>('GET', '/page').catch((failure: unknown) => {
      settings = undefined;
      throw failure;
    });
    return settings;
  },
};

export const guidelines = {
  read: () => request<t.GuidelinesText>('GET', '/guidelines'),
};

export interface RoomText {
  name: string;
  purpose: string;
  topic: string;
  guidelines: string;
  visibility: t.RoomVisibility;
  capacity: number;
  state: t.RoomState;
  retentionDays: number;
  opening: t.RoomOpening;
}

export const rooms = {
  list: (cursor?: string) => request<t.Page<t.Room>>('GET', '/rooms' + query({ cursor, limit: 50 })),
  get: (id: string) => request<t.Room>('GET', `/rooms/${id}`),
  create: (text: Omit<RoomText, 'state'>) => request<t.Room>('POST', '/rooms', { body: text }),
  edit: (id: string, version: number, text: RoomText) => request<t.Room>('PUT', `/rooms/${id}`, { body: text, version }),
  appoint: (id: string, handle: string) => request<t.Room>('POST', `/rooms/${id}/hosts`, { body: { handle } }),
  dismiss: (id: string, host: string) => request<t.Room>('DELETE', `/rooms/${id}/hosts/${host}`),
  join: (id: string) => request<t.Room>('PUT', `/rooms/${id}/membership`),
  leave: (id: string) => request<void>('DELETE', `/rooms/${id}/membership`),
  /** What is left out stays as it is. */
  setPace: (id: string, pace: { slowModeSeconds?: number; paused?: boolean }) =>
    request<t.Room>('PUT', `/rooms/${id}/pace`, { body: pace }),
  mutes: (id: string) => request<t.RoomMute[]>('GET', `/rooms/${id}/mutes`),
  mute: (id: string, account: string, grounds: t.Grounds & { until?: string }) =>
    request<t.RoomMute>('POST', `/rooms/${id}/members/${account}/mute`, { body: grounds }),
  liftMute: (id: string, account: string, reason: string) =>
    request<void>('POST', `/rooms/${id}/members/${account}/mute/lifting`, { body: { reason } }),
  ask: (id: string, note: string) => request<t.Room>('PUT', `/rooms/${id}/request`, { body: { note } }),
  takeBack: (id: string) => request<void>('DELETE', `/rooms/${id}/request`),
  accept: (code: string) => request<t.Room>('POST', '/rooms/invitations/acceptance', { body: { code } }),
  offer: (id: string, handle: string) => request<t.Room>('POST', `/rooms/${id}/hand-over`, { body: { handle } }),
  takeOver: (id: string) => request<t.Room>('POST', `/rooms/${id}/hand-over/acceptance`),
  decline: (id: string) => request<void>('DELETE', `/rooms/${id}/hand-over`),
  mark: (id: string, seq: number) => request<void>('PUT', `/rooms/${id}/mark`, { body: { seq } }),
};

/** Who is in a room and who would like to be, for those who look after it. */
export const roomDesk = {
  requests: (id: string, cursor?: string) =>
    request<t.Page<t.JoinRequest>>('GET', `/rooms/${id}/requests` + query({ cursor, limit: 50 })),
  approve: (id: string, account: string) => request<void>('POST', `/rooms/${id}/requests/${account}/approval`),
  refuse: (id: string, account: string, reason: string) =>
    request<void>('POST', `/rooms/${id}/requests/${account}/refusal`, { body: { reason } }),
  members: (id: string, cursor?: string) =>
    request<t.Page<t.RoomMember>>('GET', `/rooms/${id}/members` + query({ cursor, limit: 50 })),
  remove: (id: string, account: string, grounds: t.Grounds & { until?: string }) =>
    request<void>('POST', `/rooms/${id}/members/${account}/removal`, { body: grounds }),
  /** Without minutes, until somebody opens the room. */
  close: (id: string, minutes: number | undefined) => request<t.Room>('PUT', `/rooms/${id}/newcomers`, { body: { minutes } }),
  open: (id: string) => request<t.Room>('DELETE', `/rooms/${id}/newcomers`),
  invitations: (id: string, cursor?: string) =>
    request<t.Page<t.RoomInvitation>>('GET', `/rooms/${id}/invitations` + query({ cursor, limit: 50 })),
  /** Answers with the code, this once. */
  invite: (id: string, uses: number, days: number, note: string) =>
    request<{ code: string; invitation: t.RoomInvitation }>('POST', `/rooms/${id}/invitations`, { body: { uses, days, note } }),
  withdraw: (id: string, invitation: string) => request<void>('DELETE', `/rooms/${id}/invitations/${invitation}`),
};

export const meetings = {
  in: (room: string, cursor?: string) =>
    request<t.Page<t.Meeting>>('GET', `/rooms/${room}/meetings` + query({ cursor, limit: 20 })),
  mine: (cursor?: string) => request<t.Page<t.Meeting>>('GET', '/meetings' + query({ cursor, limit: 20 })),
  get: (id: string) => request<t.Meeting>('GET', `/meetings/${id}`),
  schedule: (room: string, meeting: t.NewMeeting) =>
    request<t.Meeting>('POST', `/rooms/${room}/meetings`, { body: meeting }),
  change: (id: string, version: number, change: t.MeetingChange) =>
    request<t.Meeting>('PUT', `/meetings/${id}`, { body: change, version }),
  changeSeries: (series: string, version: number, change: t.SeriesChange) =>
    request<void>('PUT', `/meeting-series/${series}`, { body: change, version }),
  cancel: (id: string, reason: string) => request<t.Meeting>('POST', `/meetings/${id}/cancellation`, { body: { reason } }),
  cancelSeries: (series: string, reason: string) =>
    request<void>('POST', `/meeting-series/${series}/cancellation`, { body: { reason } }),
  takeOver: (id: string) => request<t.Meeting>('POST', `/meetings/${id}/take-over`),
  coming: async (id: string) => (await request<{ items: t.Author[] }>('GET', `/meetings/${id}/places`)).items,
  takePlace: (id: string) => request<t.Meeting>('PUT', `/meetings/${id}/place`),
  giveBack: (id: string) => request<void>('DELETE', `/meetings/${id}/place`),
  comeEveryWeek: (series: string) => request<void>('PUT', `/meeting-series/${series}/place`),
  comeNoLonger: (series: string) => request<void>('DELETE', `/meeting-series/${series}/place`),
};

const CALENDAR = OWN + '/calendar';

export const calendar = {
  own: () => request<t.OwnCalendar>('GET', CALENDAR),
  /** Answers with the path of the address, this once. */
  make: async () => (await request<{ path: string }>('POST', CALENDAR)).path,
  setTitles: (titles: boolean) => request<t.OwnCalendar>('PUT', CALENDAR, { body: { titles } }),
  withdraw: () => request<void>('DELETE', CALENDAR),
};

export const messages = {
  history: (room: string, place: t.HistoryPlace, limit: number) =>
    request<t.History>('GET', `/rooms/${room}/messages` + query({ ...place, limit })),
  search: (room: string, q: string, before?: number) =>
    request<t.Found>('GET', `/rooms/${room}/messages/search` + query({ q, before, limit: 20 })),
  pins: (room: string) => request<t.Pin[]>('GET', `/rooms/${room}/pins`),
  pin: (room: string, seq: number) => request<t.Pin[]>('PUT', `/rooms/${room}/messages/${seq}/pin`),
  unpin: (room: string, seq: number) => request<t.Pin[]>('DELETE', `/rooms/${room}/messages/${seq}/pin`),
  get: (room: string, seq: number) => request<t.Entry>('GET', `/rooms/${room}/messages/${seq}`),
  remove: (room: string, seq: number, grounds: t.Grounds) =>
    request<unknown>('POST', `/rooms/${room}/messages/${seq}/removal`, { body: grounds }),
  restore: (room: string, seq: number, reason: string) =>
    request<unknown>('POST', `/rooms/${room}/messages/${seq}/restoration`, { body: { reason } }),
  takeBack: (room: string, seq: number) => request<void>('DELETE', `/rooms/${room}/messages/${seq}`),
  support: (room: string, seq: number, kind: t.SupportKind, on: boolean) =>
    request<void>(on ? 'PUT' : 'DELETE', `/rooms/${room}/messages/${seq}/support/${kind}`),
};

export interface Search {
  q?: string;
  kind?: string;
  theme?: string;
  maxMinutes?: number;
  mine?: boolean;
  cursor?: string;
}

export const resources = {
  find: (search: Search) => request<t.Page<t.ResourceSummary>>('GET', '/resources' + query({ ...search, limit: 24 })),
  get: (id: string) => request<t.Resource>('GET', `/resources/${encodeURIComponent(id)}`),
  create: (text: t.ResourceText, publish: boolean) =>
    request<t.Resource>('POST', '/resources', { body: { ...text, publish } }),
  edit: (id: string, version: number, text: t.ResourceText) =>
    request<t.Resource>('PUT', `/resources/${id}`, { body: text, version }),
  publish: (id: string) => request<t.Resource>('POST', `/resources/${id}/publication`),
  withdraw: (id: string) => request<t.Resource>('POST', `/resources/${id}/withdrawal`),
  remove: (id: string, grounds: t.Grounds) => request<unknown>('POST', `/resources/${id}/removal`, { body: grounds }),
  restore: (id: string, reason: string) => request<unknown>('POST', `/resources/${id}/restoration`, { body: { reason } }),
};

export interface AuditLine {
  number: number;
  at: string;
  actor: string;
  act: string;
  subject: string;
  rule?: string | null;
}

export const audit = {
  read: (cursor?: string) => request<t.Page<AuditLine>>('GET', '/audit' + query({ cursor, limit: 50 })),
};
