package community.haven.account;

import jakarta.inject.Singleton;

/** Deletes what waits to be fetched by somebody who is erased; on other servers the file goes at their next clearing. */
@Singleton
class ErasedDownloads implements PersonalTraces {

    private final DownloadRows rows;
    private final DownloadMaker maker;

    ErasedDownloads(DownloadRows rows, DownloadMaker maker) {
        this.rows = rows;
        this.maker = maker;
    }

    @Override
    public boolean erasePart(Leaver leaver, int limit) {
        if (!rows.of(leaver.account()).isEmpty()) {
            rows.deleteFinished(leaver.account());
            maker.clearAway();
        }
        return false;
    }
}
