package understudy.engine.site;

import understudy.core.site.SiteEvent;
import understudy.core.site.SiteState;

/** Hears what a site run records; called by one thread at a time. */
public interface SiteListener {
    void recorded(SiteEvent event, SiteState state);
}
