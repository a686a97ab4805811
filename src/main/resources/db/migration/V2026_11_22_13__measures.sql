-- What moderators decided about people.
--
-- measure: one row a decision, kept as history. kind is WORD (limits nothing), MUTE, SUSPEND or EXCLUDE. reason and
-- lift_reason are read by the person it is about. made_at is when it was decided; it holds from its commit on. ends_at is the
-- end of a mute or a suspension, which comes by itself: rows are compared with the time and never changed for it.
--   An exclusion is a proposal until a second person agrees (seconded_by, seconded_at). meanwhile_until is how long the person
--   is suspended while that is open, null for not at all.
--   lifted_by, lifted_at and lift_reason take a measure back, or decline a proposal; together or not at all.
--   measure_account: how somebody stands is asked with every request, and read by account.
--   measure_open: the proposals that wait for a second person.
--
-- made_by, seconded_by and lifted_by are no foreign keys: a decision outlives the account of whoever took it. It does not
-- outlive the account it is about; what must be kept beyond that is kept elsewhere, and on purpose.

create table measure (
    id              uuid          not null primary key,
    account_id      uuid          not null,
    kind            varchar(16)   not null check (kind in ('WORD', 'MUTE', 'SUSPEND', 'EXCLUDE')),
    rule_id         varchar(16)   not null,
    reason          varchar(1000) not null,
    made_by         uuid          not null,
    made_at         datetime(3)   not null,
    ends_at         datetime(3),
    meanwhile_until datetime(3),
    seconded_by     uuid,
    seconded_at     datetime(3),
    lifted_by       uuid,
    lifted_at       datetime(3),
    lift_reason     varchar(1000),
    index measure_account (account_id, made_at),
    index measure_open (kind, seconded_at, lifted_at),
    constraint measure_account_id foreign key (account_id) references account (id) on delete cascade,
    constraint measure_end check ((kind in ('MUTE', 'SUSPEND')) = (ends_at is not null)),
    constraint measure_meanwhile check (kind = 'EXCLUDE' or meanwhile_until is null),
    constraint measure_second check (
        (seconded_by is null) = (seconded_at is null)
        and (seconded_by is null or (kind = 'EXCLUDE' and seconded_by <> made_by))),
    constraint measure_lift check (
        (lifted_by is null) = (lifted_at is null) and (lifted_by is null) = (lift_reason is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
