package community.haven.room;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.account.Accounts;
import community.haven.notice.News;
import community.haven.notice.Notices;

/** Those who look after a room: its hosts, and where there is none, the moderators of the whole place. */
@Singleton
class Keepers {

    private final RoomRows rows;
    private final Accounts accounts;
    private final Notices notices;

    Keepers(RoomRows rows, Accounts accounts, Notices notices) {
        this.rows = rows;
        this.accounts = accounts;
        this.notices = notices;
    }

    /** Tells each of them, unless they have an unread notice of this kind about this room. */
    void tellOnce(News news) {
        List<UUID> hosts = hosts(news.room());
        (hosts.isEmpty() ? accounts.staff() : hosts).forEach(keeper -> notices.tellOnce(keeper, news));
    }

    /** Tells the moderators of the whole place. */
    void tellStaff(News news) {
        accounts.staff().forEach(one -> notices.tellOnce(one, news));
    }

    List<UUID> hosts(UUID room) {
        return rows.hosts(List.of(room)).getOrDefault(room, List.of());
    }
}
