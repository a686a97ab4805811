-- Rooms and who has joined them.
--
-- room: rooms are archived, never deleted, so that ids in messages and in the audit log go on meaning something; an empty
-- table therefore means that Haven starts for the first time. name_key is the name in Unicode normal form KC with case
-- folded: two rooms may not look the same. (created_at, id) never change and are the order in which rooms are listed.
-- The row is locked by everybody who joins, which is how a room never holds more than its capacity.
--
-- membership: one row for each account in a room. Its key begins with the room because members are counted and looked up
-- by room; the foreign key's own index serves the other direction.

create table room (
    id             uuid          not null primary key,
    name           varchar(60)   not null,
    name_key       varchar(200)  not null,
    purpose        varchar(300)  not null,
    topic          varchar(200)  not null,
    guidelines     varchar(2000) not null,
    capacity       int           not null check (capacity between 2 and 500),
    state          varchar(16)   not null check (state in ('OPEN', 'PAUSED', 'ARCHIVED')),
    retention_days int           not null check (retention_days between 1 and 3650),
    created_at     datetime(3)   not null,
    version        bigint        not null,
    constraint room_name unique (name_key),
    index room_order (created_at, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table membership (
    room_id    uuid        not null,
    account_id uuid        not null,
    joined_at  datetime(3) not null,
    primary key (room_id, account_id),
    constraint membership_room foreign key (room_id) references room (id),
    constraint membership_account foreign key (account_id) references account (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
