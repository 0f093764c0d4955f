package understudy.lab;

import java.util.Locale;

/** What a group of the lab's cluster serves to its clients. */
public enum Service {
    /** Dovecot and Postfix: IMAP and SMTP, the mail on shared storage. */
    MAIL("mail"),
    /** nginx: one page, on shared storage. */
    NGINX("web"),
    /** PostgreSQL 15: one database, on shared storage. */
    POSTGRESQL("database");

    private final String group;

    Service(String group) {
        this.group = group;
    }

    /** The name of the cluster's group that carries this service. */
    public String group() {
        return group;
    }

    /** The service that stands beside this one in a lab of two groups. */
    Service companion() {
        return this == NGINX ? MAIL : NGINX;
    }

    /** Reads a service as it is written on a command line, for instance {@code mail}. */
    public static Service parse(String word) {
        for (var service : values()) {
            if (service.name().toLowerCase(Locale.ROOT).equals(word)) {
                return service;
            }
        }
        throw new LabException("The lab has no service '" + word + "': take mail, nginx or postgresql.");
    }
}
