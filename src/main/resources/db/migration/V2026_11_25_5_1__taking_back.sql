-- What people take back of what they said.
--
-- entry kind RETRACTED: the number of a message that its author took back. Nothing of it is left but number, time and
-- client_key, which is not the key any more: it is a hash over room, author and key. With it the same key sent again is known
-- for something that was taken back, and nobody can read from the row who it was. It goes with the row.
--
-- Entry kind RETRACTION: from here on the message in target is taken back. Promise, as with erasures: who reads the retracted
-- entries, and who has read the messages and then the retraction, have the same picture.

alter table entry
    add constraint entry_retracted check (kind <> 'RETRACTED' or (author_id is null and client_key is not null
        and text is null and need is null and content_note is null and reply_to is null));
