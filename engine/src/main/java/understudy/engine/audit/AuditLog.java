package understudy.engine.audit;

import understudy.engine.ports.CommandAudit.Seal;

/** An audit that is open for more lines. */
public interface AuditLog {
    /** Adds a line and returns its number. It survives us when this returns, and not yet the machine's power. It never fails. */
    long append(AuditEntry entry);

    /** Returns when every line so far survives the machine's power too, and throws where that cannot be brought about. */
    Seal settle();
}
