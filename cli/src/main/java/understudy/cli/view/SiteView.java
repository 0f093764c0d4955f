package understudy.cli.view;

import understudy.core.site.MemberName;
import understudy.core.site.SiteEvent;
import understudy.core.site.SiteState;
import understudy.engine.ports.RunListener;
import understudy.engine.site.SiteListener;

/** Something that shows a site's run and those of its members while they go on; closing it leaves the terminal as it was found. */
public interface SiteView extends SiteListener, AutoCloseable {
    /** Hears one member's run. */
    RunListener member(MemberName name);

    @Override
    void close();

    /** Shows nothing. */
    static SiteView none() {
        return new SiteView() {
            @Override
            public void recorded(SiteEvent event, SiteState state) {}

            @Override
            public RunListener member(MemberName name) {
                return RunView.none();
            }

            @Override
            public void close() {}
        };
    }
}
