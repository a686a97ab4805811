-- People, what they agreed to, and the sessions they are signed in with.
--
-- account: one row a person. Identifiers are random (version 4), so that neither the number of people nor the order in
-- which they came can be read from one. handle is shown as it was written; handle_key (normal form, folded case) is what
-- people sign in by; handle_look is its confusable skeleton. Both are unique, so that two people never have names that
-- are or look the same, however many sign up at once. password is an Argon2id PHC string, which carries its own
-- parameters. adult_at is when the person stated to be an adult.
--   account_role: start-up, the set-up code and role changes ask whether an admin is there, without reading every account.
--
-- agreement: which version of the guidelines a person agreed to, and when. Older versions stay, as the record of it.
--
-- session: one row a sign-in ("family" of refresh tokens). Nothing here can be used to sign in: a refresh token is
-- derived from the row and a secret that is not in the database. generation counts rotations, rotated_at is the last of
-- them, expires_at the end that no rotation moves, ended_at an earlier end (sign-out, re-use of an old token).
--   session_account: to end or to clear away all sessions of one person.
--
-- setup_code: one row, the SHA-256 of the newest set-up code, null once there is an admin. Its lock, held to commit, is
-- the order in which admins are made and unmade: that is what keeps the first from being two and the last from being none.

create table account (
    id          uuid         not null primary key,
    handle      varchar(120) not null,
    handle_key  varchar(360) not null,
    handle_look varchar(720) not null,
    password    varchar(255) not null,
    role        varchar(16)  not null,
    adult_at    datetime(3)  not null,
    created_at  datetime(3)  not null,
    constraint account_handle_key unique (handle_key),
    constraint account_handle_look unique (handle_look),
    index account_role (role)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table agreement (
    account_id uuid        not null,
    version    varchar(32) not null,
    agreed_at  datetime(3) not null,
    primary key (account_id, version),
    constraint agreement_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table session (
    id         uuid          not null primary key,
    account_id uuid          not null,
    generation int           not null,
    salt       varbinary(16) not null,
    created_at datetime(3)   not null,
    rotated_at datetime(3)   not null,
    expires_at datetime(3)   not null,
    ended_at   datetime(3),
    index session_account (account_id),
    constraint session_account_id foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table setup_code (
    id   int not null primary key check (id = 1),
    hash varchar(64)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

insert into setup_code (id) values (1);
