-- What stands at the top of a room.
--
-- pin: one row for each message that is pinned now; pinned_seq is the entry that says so. Rows come and go under the lock of the
-- room's order, and each change is an entry of its own (PINNED, UNPINNED). That is why no row goes by a foreign key with its message:
-- whoever takes a message away ends its pin in the same transaction, and tells the room.

create table pin (
    room_id     uuid   not null,
    message_seq bigint not null,
    pinned_seq  bigint not null,
    primary key (room_id, message_seq),
    constraint pin_room foreign key (room_id) references room_sequence (room_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
