-- Who finds a room and how fast people talk there, and the further kinds of entry.
--
-- room.visibility: OPEN, anybody joins; REQUEST, people ask and somebody decides; INVITATION, nobody knows of it but members, those
-- invited and staff. slow_mode_seconds: the least time between two messages of one person, 0 while it is off. newcomers_closed_until:
-- until then nobody comes in by themselves; null while the door is open, and a day far away while it stays closed until somebody opens it.
--
-- room_change tells the last two to those in the room; rows from before know nothing of them.
--
-- entry.kind: the list names every kind there is. target: the number that a kind is about; kinds with it are listed once.

alter table room
    add column visibility varchar(16) not null default 'OPEN'
        check (visibility in ('OPEN', 'REQUEST', 'INVITATION')) after guidelines,
    add column slow_mode_seconds int not null default 0 check (slow_mode_seconds between 0 and 3600) after state,
    add column newcomers_closed_until datetime(3) after slow_mode_seconds;

alter table room_change
    add column slow_mode_seconds int not null default 0,
    add column newcomers_closed_until datetime(3);

alter table entry
    drop constraint `CONSTRAINT_1`,
    drop constraint `CONSTRAINT_2`,
    modify column kind varchar(16) not null
        check (kind in ('MESSAGE', 'REMOVED', 'RESTORED', 'ROOM_CHANGED', 'ERASED', 'ERASURE', 'RETRACTED', 'RETRACTION',
            'SUPPORTED', 'UNSUPPORTED', 'PINNED', 'UNPINNED', 'HOSTS_CHANGED', 'SESSION')),
    add constraint entry_message
        check ((kind = 'MESSAGE') = (author_id is not null and client_key is not null and text is not null)),
    add constraint entry_target
        check ((kind in ('REMOVED', 'RESTORED', 'RETRACTION', 'SUPPORTED', 'UNSUPPORTED', 'PINNED', 'UNPINNED'))
            = (target is not null));
