-- E-mail addresses, for those who wish to leave one, and the links that are sent to them.
--
-- email: at most one row an account; both addresses in it go with the account. address is where letters go: somebody has opened
-- a link that was sent there, at confirmed_at. pending is an address that is still to be confirmed, asked for at asked_at; it
-- takes the place of address only then, so that neither a slip of the keyboard nor a thief who cannot read its mail ends
-- the way back. Several accounts may have the same address: nobody is told whether an address is known here.
--   email_asked: clearing away addresses that nobody confirmed.
--
-- mail_token: one row a link that has not been used. hash is the SHA-256 of its letters, in hexadecimal; a slow hash would add
-- nothing to 130 random bits. The primary key allows one link for each purpose, so that a newer one ends the older. Using a link
-- deletes its row, and only whoever deleted it has used it: that is what keeps one link from being good twice. What was
-- made for one purpose is never found for another.
--   mail_token_hash: whose link this is. mail_token_end: clearing away links that have had their time.

create table email (
    account_id   uuid not null primary key,
    address      varchar(254),
    confirmed_at datetime(3),
    pending      varchar(254),
    asked_at     datetime(3),
    index email_asked (asked_at),
    constraint email_account foreign key (account_id) references account (id) on delete cascade,
    constraint email_confirmed check ((address is null) = (confirmed_at is null)),
    constraint email_pending check ((pending is null) = (asked_at is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table mail_token (
    account_id uuid        not null,
    purpose    varchar(16) not null,
    hash       char(64)    not null,
    expires_at datetime(3) not null,
    primary key (account_id, purpose),
    constraint mail_token_hash unique (hash),
    index mail_token_end (expires_at),
    constraint mail_token_purpose check (purpose in ('CONFIRM', 'RESET')),
    constraint mail_token_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = ascii collate = ascii_bin;
