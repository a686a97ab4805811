-- Who is not heard in a room for a time.
--
-- room_mute: one row at most for each person and room. It holds while ends_at lies ahead: rows are compared with the time and never
-- changed for it. It does not refer to the membership, so that leaving and coming back ends nothing. by_staff: what staff decided
-- a host does not lift. reason is read by the person. Lifting deletes the row; what is over goes with the next mute, in whatever
-- room. Who decided stands in the audit log alone, and the person's notices keep what they were told.
--   The key begins with the room, because messages of several people in few rooms are asked about at once; the index is for what
--   is over.

create table room_mute (
    room_id    uuid          not null,
    account_id uuid          not null,
    rule_id    varchar(16)   not null,
    reason     varchar(1000) not null,
    made_at    datetime(3)   not null,
    ends_at    datetime(3)   not null,
    by_staff   boolean       not null,
    primary key (room_id, account_id),
    index room_mute_end (ends_at),
    constraint room_mute_room foreign key (room_id) references room (id),
    constraint room_mute_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
