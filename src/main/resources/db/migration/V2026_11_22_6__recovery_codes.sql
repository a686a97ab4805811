-- The codes by which somebody who has lost their password comes back.
--
-- recovery_code: one row a code that has not been used. hash is the SHA-256 of its letters without hyphens, in hexadecimal;
-- a slow hash would add nothing, since a code is 80 random bits and not something that a person thought of. Using a code
-- deletes its row, and only whoever deleted it has used it: that is what keeps one code from being good twice, however many
-- try it at once. A new set takes the place of all rows of the account. The primary key finds the codes of one account and
-- counts them.

create table recovery_code (
    account_id uuid     not null,
    hash       char(64) not null,
    primary key (account_id, hash),
    constraint recovery_code_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB default charset = ascii collate = ascii_bin;
