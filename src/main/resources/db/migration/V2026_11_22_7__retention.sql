-- Where a room's history begins.
--
-- room_sequence.gone: entries up to this number have been deleted because the room no longer keeps them; 0 while nothing has
-- been. It moves in the transaction that deletes, under the lock of the room's row, and never back.
--
-- Promise: the entries of a room are those from gone + 1 to last_seq, without a gap. Whoever resumes at gone or above misses
-- nothing; whoever resumes below it cannot be told what they missed. What belongs to an entry (removal, room_change) goes
-- with it by its foreign key.

alter table room_sequence
    add column gone bigint not null default 0 after last_seq,
    add constraint room_sequence_gone check (gone between 0 and last_seq);
