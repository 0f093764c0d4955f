package understudy.driver.bigfix.wire;

/**
 * A site of BigFix.
 *
 * @param type {@code external}, {@code custom}, {@code operator} or {@code master}
 * @param name as relevance names it; empty for the master site
 */
public record SiteName(String type, String name) {
    /** Reads {@code custom/Cluster patches}, {@code master}, or a plain name, which is an external site's. */
    public static SiteName of(String text) {
        for (String type : new String[] {"external", "custom", "operator"}) {
            if (text.startsWith(type + "/")) {
                return new SiteName(type, text.substring(type.length() + 1));
            }
        }
        return text.equals("master") ? new SiteName("master", "") : new SiteName("external", text);
    }

    /** As a part of a path. */
    public String path() {
        return name.isEmpty() ? type : type + "/" + BigFixApi.encoded(name);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? type : name;
    }
}
