-- What hosts say to the whole room.
--
-- entry.announcement: whether a message stands out. In everything else it is a message like any other.

alter table entry
    add column announcement boolean not null default false after reply_to,
    add constraint entry_announcement check (kind = 'MESSAGE' or not announcement);
