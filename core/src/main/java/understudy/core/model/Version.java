package understudy.core.model;

/** What is installed of one component (a package, a product): its name and version as the platform writes them. */
public record Version(String component, String version) {}
