-- How far people have read.
--
-- reading_mark: one row for each membership whose person has read up to seq, on whatever device. It never goes back, and it goes
-- with the membership. Promise: nothing that anybody else gets depends on it.

create table reading_mark (
    room_id    uuid   not null,
    account_id uuid   not null,
    seq        bigint not null,
    primary key (room_id, account_id),
    constraint reading_mark_membership foreign key (room_id, account_id) references membership (room_id, account_id)
        on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
