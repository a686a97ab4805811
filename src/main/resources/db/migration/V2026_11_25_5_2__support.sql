-- That people are with somebody.
--
-- message_support: one row for each person, message and kind. Nobody but that person ever learns of a row; it goes with the message,
-- and with the account. Its key finds what is one's own; message_support_of finds whether a kind is given by anybody still.
--
-- entry.support: of a message, the kinds that at least one person gives, separated by commas, null while there is none. It is
-- written under the lock of the room's order together with an entry that says so: of kind SUPPORTED when the first person gives
-- a kind, UNSUPPORTED when the last one takes it back; there it is that one kind. Promise: it names the kinds of message_support and
-- nothing more, so whoever reads messages need not count.

alter table entry
    add column support varchar(80) character set ascii collate ascii_bin after target,
    add constraint entry_support check (kind = 'MESSAGE' or (kind in ('SUPPORTED', 'UNSUPPORTED')) = (support is not null));

create table message_support (
    account_id uuid        not null,
    room_id    uuid        not null,
    seq        bigint      not null,
    kind       varchar(16) not null
        check (kind in ('WITH_YOU', 'ME_TOO', 'THANK_YOU', 'WELL_DONE', 'HOLDING_SPACE')),
    primary key (account_id, room_id, seq, kind),
    index message_support_of (room_id, seq, kind),
    constraint message_support_account foreign key (account_id) references account (id),
    constraint message_support_message foreign key (room_id, seq) references entry (room_id, seq) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
