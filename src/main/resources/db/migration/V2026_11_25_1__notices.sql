-- What people are told, each for themselves.
--
-- notice: one row for each thing somebody was told. about is what it is about as that was called then. rule_id and reason are there
-- where somebody decided something; who did is not kept here. until is when it ends by itself or begins. read_at is null until its
-- person has seen it. Rows go with the account, and after a time of their own.
--   notice_account: somebody's own, the newest first.
--   notice_at: to find those whose time is over.

create table notice (
    id         uuid        not null primary key,
    account_id uuid        not null,
    kind       varchar(32) not null,
    at         datetime(3) not null,
    room_id    uuid        not null,
    about      varchar(80) not null,
    seq        bigint,
    rule_id    varchar(16),
    reason     varchar(1000),
    until      datetime(3),
    read_at    datetime(3),
    index notice_account (account_id, at, id),
    index notice_at (at),
    constraint notice_account_id foreign key (account_id) references account (id) on delete cascade,
    constraint notice_room foreign key (room_id) references room (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
