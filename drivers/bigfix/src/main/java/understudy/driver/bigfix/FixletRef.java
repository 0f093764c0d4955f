package understudy.driver.bigfix;

import understudy.driver.bigfix.wire.SiteName;

/** A Fixlet, task or baseline: its site, as an inventory writes it, and its number there. */
public record FixletRef(String site, int id) {
    /** The site. */
    public SiteName siteName() {
        return SiteName.of(site);
    }

    @Override
    public String toString() {
        return siteName() + "/" + id;
    }
}
