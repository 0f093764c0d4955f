package understudy.driver.simulated.scenario;

/** The state of a group when a scenario begins. */
public enum GroupCondition {
    RUNNING,
    /** Stopped by an administrator's wish. */
    STOPPED,
    /** Somebody took it out of the cluster's hands. */
    UNMANAGED
}
