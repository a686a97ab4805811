-- What people recognise their own sessions by.
--
-- session.browser, session.platform: families such as "Firefox" and "Android", read once at the sign-in from what the browser
-- said of itself; null together when it was no browser that could be told. No version, no model and no address: enough for
-- its owner to say "that is my phone", too little to follow anybody by.

alter table session
    add column browser  varchar(40),
    add column platform varchar(40);
