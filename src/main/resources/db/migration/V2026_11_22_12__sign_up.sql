-- How people come in.
--
-- spent_proof: work that was done for a sign-up and counts no more, by its challenge; the key is what makes each count once,
-- however many use it at the same time and on however many servers. After expires_at the challenge itself is over and the row
-- goes.
--   spent_proof_expires: to find those.

create table spent_proof (
    challenge  char(64)    not null primary key,
    expires_at datetime(3) not null,
    index spent_proof_expires (expires_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- invitation: a code by which uses_left more people may sign up until expires_at. hash is the SHA-256 of the code, which nobody
-- can read again. uses_left is taken down in the transaction that adds a person, and never below 0. maker is for those who may
-- invite; it is emptied when that account goes, and the invitation stays. Who came in by it is not kept.
--   invitation_created: the list, newest first.

create table invitation (
    id         uuid        not null primary key,
    hash       char(64)    not null,
    uses_left  int         not null check (uses_left >= 0),
    note       varchar(200),
    maker      uuid,
    created_at datetime(3) not null,
    expires_at datetime(3) not null,
    constraint invitation_hash unique (hash),
    index invitation_created (created_at, id),
    constraint invitation_maker foreign key (maker) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- newcomer: one row for each account that waits for approval (account.state WAITING), and for each that was refused a short
-- while ago, until account and row go together. introduction is what they said about why they come; it is emptied with the
-- decision. reason is for the newcomer alone. An approved one has no row any more.
--   newcomer_asked: the queue, the longest wait first.

create table newcomer (
    account_id   uuid          not null primary key,
    introduction varchar(500),
    asked_at     datetime(3)   not null,
    refused_at   datetime(3),
    reason       varchar(1000),
    index newcomer_asked (asked_at, account_id),
    constraint newcomer_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- account.handle_changed_at: when the handle was last changed; null while it is the one of the sign-up.
--
-- old_handle: a handle that was given up, by the SHA-256 of its key and of its look: enough to know it again, and nothing to
-- read. Until reserved_until it is for its owner alone, who is empty when the account has gone: then it is for nobody.
--   old_handle_look: a name that looks like it is not free either.
--   old_handle_until: to find what is free again.

alter table account add column handle_changed_at datetime(3) after handle_look;

create table old_handle (
    key_hash       char(64)    not null primary key,
    look_hash      char(64)    not null,
    owner          uuid,
    reserved_until datetime(3) not null,
    index old_handle_look (look_hash),
    index old_handle_until (reserved_until),
    constraint old_handle_owner foreign key (owner) references account (id) on delete set null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
