-- The audit log: what staff did, to what, on which rule.
--
-- Promise: lines are only ever added. Line n holds the SHA-256 of line n - 1 and of its own fields, so a changed or
-- missing line breaks the chain from there on. Lines hold ids, never words, and no foreign keys: they outlive the
-- people and things they speak of.
--
-- audit_head is one row, the end of the chain. Writers lock it to commit, which keeps numbers gapless and in commit order.

create table audit_head (
    id     int         not null primary key check (id = 1),
    number bigint      not null,
    hash   varchar(64) not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

insert into audit_head (id, number, hash) values (1, 0, repeat('0', 64));

create table audit_line (
    number  bigint       not null primary key,
    at      datetime(3)  not null,
    actor   uuid         not null,
    act     varchar(64)  not null,
    subject varchar(200) not null,
    rule_id varchar(16),
    hash    varchar(64)  not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
