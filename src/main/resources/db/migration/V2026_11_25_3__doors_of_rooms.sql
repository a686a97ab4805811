-- Who comes into a room, who waits, and who may not come in by themselves.
--
-- room.newcomers_opened_at: when somebody last opened the room to newcomers again by hand; whoever came in before counts no more for
-- the guard that closes it by itself.
--
-- membership.by_open_door: whether they came in by themselves, by the door that is open to everybody. Of these that guard counts.
--   membership_joined: the list of members, and who came in lately.
--
-- room_request: one row for each account that would like to come into a room. ASKED waits for those who look after the room to
-- decide, WAITING for a free place. asked_at is the order of the line, whoever decided and whenever; note is for those who decide.
-- Whoever comes in or is refused has no row any more.
--   room_request_line: the line, the longest wait first.
--
-- room_removal: that an account was taken out of a room, with the rule and the reason that its person reads. Until then they do not
-- come in by themselves; null is for good. Coming in again ends it, and the row goes.
--
-- room_invitation: a code by which uses_left more people may come into a room until expires_at. hash is the SHA-256 of the code, which
-- nobody can read again. uses_left is taken down in the transaction that lets a person in, and never below 0.
--   room_invitation_room: those of a room, newest first.
--
-- room_hand_over: a host offers the room to another member; one offer a room at a time. Both have to be members: an offer goes with
-- either membership.
--
-- All of it goes with the account that it is about or was made by.

alter table room add column newcomers_opened_at datetime(3) after newcomers_closed_until;

alter table membership
    add column by_open_door boolean not null default false,
    add index membership_joined (room_id, joined_at, account_id);

create table room_request (
    room_id    uuid         not null,
    account_id uuid         not null,
    state      varchar(16)  not null check (state in ('ASKED', 'WAITING')),
    note       varchar(500),
    asked_at   datetime(3)  not null,
    primary key (room_id, account_id),
    index room_request_line (room_id, asked_at, account_id),
    constraint room_request_room foreign key (room_id) references room (id),
    constraint room_request_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table room_removal (
    room_id    uuid          not null,
    account_id uuid          not null,
    rule_id    varchar(16)   not null,
    reason     varchar(1000) not null,
    removed_by uuid,
    removed_at datetime(3)   not null,
    until      datetime(3),
    primary key (room_id, account_id),
    constraint room_removal_room foreign key (room_id) references room (id),
    constraint room_removal_account foreign key (account_id) references account (id) on delete cascade,
    constraint room_removal_by foreign key (removed_by) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table room_invitation (
    id         uuid        not null primary key,
    room_id    uuid        not null,
    hash       char(64)    not null,
    uses_left  int         not null check (uses_left >= 0),
    note       varchar(200),
    maker      uuid        not null,
    created_at datetime(3) not null,
    expires_at datetime(3) not null,
    constraint room_invitation_hash unique (hash),
    index room_invitation_room (room_id, created_at, id),
    constraint room_invitation_of foreign key (room_id) references room (id),
    constraint room_invitation_maker foreign key (maker) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table room_hand_over (
    room_id    uuid        not null primary key,
    from_id    uuid        not null,
    to_id      uuid        not null,
    offered_at datetime(3) not null,
    constraint room_hand_over_from foreign key (room_id, from_id) references membership (room_id, account_id) on delete cascade,
    constraint room_hand_over_to foreign key (room_id, to_id) references membership (room_id, account_id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
