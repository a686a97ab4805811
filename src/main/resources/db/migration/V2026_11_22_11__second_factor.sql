-- The second factor: an app that shows a code of six digits, a new one every half minute.
--
-- second_factor: one row an account that has set one up or has begun to. secret is what the app and Haven share, sealed with
-- a key that is not in the database (AES-256-GCM, bound to the account): unlike a password it has to be readable again, so a
-- hash will not do, and a stolen table alone gives no codes. It is null, like confirmed_at, until a first code has shown that
-- the app has it. last_step is the half minute of the newest code that was accepted; only a later one is good, which keeps a
-- code from being good twice, since whoever looks holds the account's lock. fresh is a secret that has been shown at fresh_at
-- and is not confirmed yet; until then the one before stays as it is.
--
-- session.second_factor_at: when the second factor was last shown in this session; null where it never was. What only staff
-- may do asks for it.

create table second_factor (
    account_id   uuid   not null primary key,
    secret       varbinary(64),
    confirmed_at datetime(3),
    last_step    bigint not null default 0,
    fresh        varbinary(64),
    fresh_at     datetime(3),
    constraint second_factor_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = ascii collate = ascii_bin;

alter table session add column second_factor_at datetime(3) after proven_at;
