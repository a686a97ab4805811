-- When people meet, and with whom.
--
-- room.opening: ALWAYS, or SESSIONS where people write only while a session is on and read in between.
--
-- meeting_series: what was scheduled, once or every week. first_at is a wall clock's time in zone, so that seven in the evening
-- stays seven in the evening when the clocks change. until_day is the last day on which there may be one; null is open-ended.
-- ended: cancelled as a whole, nothing comes of it any more.
--
-- meeting: one session of a series, made some weeks ahead. day is the day of the series that it stands for and stays when the
-- session is moved: with meeting_once, whoever makes sessions ahead may do so twice and on several servers at once.
--   host_id is who was named as its host, led_by who looks after it now; null once they have been erased.
--   state: see MeetingPolicy. until_at is the end of a soft close, and host_gone whether it came because the host had dropped.
--   reminded counts the reminders that are done with; called says that a host has been called for.
--   due_at: when the clock has something to do here next; null when never again. meeting_due is how the clock finds it.
--   meeting_of_room: what is next in a room, and whether there is time for one more.
-- Promise: a change of the state that people in the room see has an entry in the room's order, in the same transaction.
--
-- meeting_place: one row for each person who comes or would like to, so nobody is there twice. turn is the order of the line;
-- held is false while somebody waits. Rows are added and changed under the lock of the meeting's row, so that there are never
-- more places than there are. They go with the meeting, some days after it.
--
-- meeting_regular: who wishes to come every week; new sessions give them a place in the order of turn.
--
-- meeting_presence: hosts who are in their room just now, and only those: a session knows by it whether its host has come.
-- Rows go when they leave, and after a day whatever happens.
--
-- calendar: where somebody's calendar may look up their sessions. Of the address only the hash is kept. titles: whether sessions
-- are called by their names there.
--
-- session_change: what an entry of the kind SESSION says.

alter table room
    add column opening varchar(16) not null default 'ALWAYS',
    add constraint room_opening check (opening in ('ALWAYS', 'SESSIONS'));

create table meeting_series (
    id        uuid        not null primary key,
    room_id   uuid        not null,
    title     varchar(80) not null,
    host_id   uuid,
    first_at  datetime    not null,
    zone      varchar(64) not null,
    minutes   smallint    not null,
    places    smallint    not null,
    weekly    boolean     not null,
    until_day date,
    ended     boolean     not null default false,
    version   int         not null default 0,
    constraint meeting_series_room foreign key (room_id) references room (id),
    constraint meeting_series_host foreign key (host_id) references account (id) on delete set null,
    constraint meeting_series_size check (minutes between 15 and 240 and places >= 2)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table meeting (
    id        uuid        not null primary key,
    series_id uuid        not null,
    room_id   uuid        not null,
    day       date        not null,
    title     varchar(80) not null,
    host_id   uuid,
    led_by    uuid,
    starts_at datetime(3) not null,
    ends_at   datetime(3) not null,
    places    smallint    not null,
    state     varchar(16) not null,
    until_at  datetime(3),
    host_gone boolean     not null default false,
    reminded  tinyint     not null default 0,
    called    boolean     not null default false,
    due_at    datetime(3),
    version   int         not null default 0,
    index meeting_of_room (room_id, starts_at),
    index meeting_due (due_at),
    constraint meeting_once unique (series_id, day),
    constraint meeting_of_series foreign key (series_id) references meeting_series (id) on delete cascade,
    constraint meeting_room foreign key (room_id) references room (id),
    constraint meeting_host foreign key (host_id) references account (id) on delete set null,
    constraint meeting_leader foreign key (led_by) references account (id) on delete set null,
    constraint meeting_state check (state in ('SCHEDULED', 'OPENING', 'OPEN', 'CLOSING', 'CLOSED', 'CANCELLED')),
    constraint meeting_closing check ((state = 'CLOSING') = (until_at is not null)),
    constraint meeting_time check (starts_at < ends_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table meeting_place (
    meeting_id uuid        not null,
    account_id uuid        not null,
    turn       bigint      not null auto_increment unique,
    held       boolean     not null,
    asked_at   datetime(3) not null,
    primary key (meeting_id, account_id),
    index meeting_place_account (account_id),
    constraint meeting_place_meeting foreign key (meeting_id) references meeting (id) on delete cascade,
    constraint meeting_place_person foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table meeting_regular (
    series_id  uuid        not null,
    account_id uuid        not null,
    turn       bigint      not null auto_increment unique,
    asked_at   datetime(3) not null,
    primary key (series_id, account_id),
    index meeting_regular_account (account_id),
    constraint meeting_regular_series foreign key (series_id) references meeting_series (id) on delete cascade,
    constraint meeting_regular_person foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table meeting_presence (
    room_id    uuid        not null,
    account_id uuid        not null,
    since      datetime(3) not null,
    primary key (room_id, account_id),
    constraint meeting_presence_room foreign key (room_id) references room (id),
    constraint meeting_presence_person foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table session_change (
    room_id    uuid        not null,
    seq        bigint      not null,
    meeting_id uuid        not null,
    state      varchar(16) not null,
    host_gone  boolean     not null,
    title      varchar(80) not null,
    starts_at  datetime(3) not null,
    ends_at    datetime(3) not null,
    until_at   datetime(3),
    primary key (room_id, seq),
    constraint session_change_entry foreign key (room_id, seq) references entry (room_id, seq) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table calendar (
    account_id uuid        not null primary key,
    hash       char(64)    not null unique,
    titles     boolean     not null,
    made_at    datetime(3) not null,
    constraint calendar_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
