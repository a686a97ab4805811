-- Who looks after a room.
--
-- membership.host: a host is a member first, so whoever leaves is no host any more. Few in each room: the key of the room finds
-- them.

alter table membership add column host boolean not null default false;
