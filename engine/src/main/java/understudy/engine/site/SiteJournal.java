package understudy.engine.site;

import java.util.List;
import understudy.core.site.SiteEvent;

/** The list of everything that happened in a site run, and what people ask of it. */
public interface SiteJournal {
    /** Appends all of them or none; they are durable when it returns, and wishes among them need not be delivered again. */
    void append(List<? extends SiteEvent> events);

    /** Everything that was ever appended, oldest first. */
    List<SiteEvent> replay();

    /** The end of a bell. */
    interface Bell extends AutoCloseable {
        @Override
        void close();
    }

    /** Rings soon after a wish has come, from whichever process, at once where one waits already; it may ring for nothing. */
    Bell bell(Runnable ring);

    /** Wishes that are not yet in the journal, oldest first; does not wait. */
    List<SiteEvent.Wish> wishes();
}
