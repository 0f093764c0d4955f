package understudy.core.model;

/**
 * One component that a patch would change on a node.
 *
 * @param from the installed version, empty where it is new
 * @param to the version that would be installed
 * @param bytes what has to be fetched, 0 where unknown or nothing
 */
public record Change(String component, String from, String to, long bytes) {}
