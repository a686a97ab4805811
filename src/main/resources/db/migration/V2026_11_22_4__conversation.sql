-- What happens in rooms.
--
-- Promise: everything that happens in a room has a number in one order without a gap, and the order of numbers is the
-- order of commits. So whoever has seen number n and reads what is above n has missed nothing.
--
-- room_sequence: the end of each room's order. A writer locks its room's row, adds one to last_seq for each entry, and
-- keeps the lock to its commit; writers that need several rows lock them in the order of their ids. Entries refer to this
-- table and not to room, so that no writer of messages waits for somebody who joins or edits the room.
--
-- entry: one row for each number. Messages are read by ranges of (room_id, seq), hence the key. entry_once lets a repeated
-- send find its first result and makes a second row impossible; it holds no rows but messages, since nulls are distinct.
--
-- removal: why a message was taken out of sight and, later perhaps, why it was shown again. A message is out of sight while
-- it has a row without restored_seq. The message's words stay where they are.
--
-- room_change: what a room looked like from an entry of that kind on.

create table room_sequence (
    room_id  uuid   not null primary key,
    last_seq bigint not null,
    constraint room_sequence_room foreign key (room_id) references room (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table entry (
    room_id      uuid        not null,
    seq          bigint      not null,
    kind         varchar(16) not null check (kind in ('MESSAGE', 'REMOVED', 'RESTORED', 'ROOM_CHANGED')),
    at           datetime(3) not null,
    author_id    uuid,
    client_key   varchar(64),
    text         varchar(4000),
    need         varchar(16),
    content_note varchar(120),
    reply_to     bigint,
    target       bigint,
    primary key (room_id, seq),
    constraint entry_once unique (room_id, author_id, client_key),
    constraint entry_room foreign key (room_id) references room_sequence (room_id),
    constraint entry_author foreign key (author_id) references account (id),
    check ((kind = 'MESSAGE') = (author_id is not null and client_key is not null and text is not null)),
    check ((kind in ('REMOVED', 'RESTORED')) = (target is not null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table removal (
    room_id        uuid          not null,
    removed_seq    bigint        not null,
    message_seq    bigint        not null,
    rule_id        varchar(16)   not null,
    reason         varchar(1000) not null,
    removed_by     uuid          not null,
    removed_at     datetime(3)   not null,
    restored_seq   bigint,
    restore_reason varchar(1000),
    restored_by    uuid,
    restored_at    datetime(3),
    primary key (room_id, removed_seq),
    index removal_of (room_id, message_seq),
    constraint removal_message foreign key (room_id, message_seq) references entry (room_id, seq) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table room_change (
    room_id uuid         not null,
    seq     bigint       not null,
    name    varchar(60)  not null,
    topic   varchar(200) not null,
    purpose varchar(300) not null,
    state   varchar(16)  not null,
    primary key (room_id, seq),
    constraint room_change_entry foreign key (room_id, seq) references entry (room_id, seq) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
