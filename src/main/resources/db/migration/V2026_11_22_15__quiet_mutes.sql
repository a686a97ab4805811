-- Whom people have muted quietly: account_id does not want to see muted_id anywhere.
--
-- Promise: nobody but account_id can learn of a row, by any answer of Haven or by anything left out of one.
-- The primary key finds all of one person; the other foreign key's own index serves erasure.

create table quiet_mute (
    account_id uuid        not null,
    muted_id   uuid        not null,
    since      datetime(3) not null,
    primary key (account_id, muted_id),
    constraint quiet_mute_account foreign key (account_id) references account (id) on delete cascade,
    constraint quiet_mute_muted foreign key (muted_id) references account (id) on delete cascade,
    check (account_id <> muted_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
