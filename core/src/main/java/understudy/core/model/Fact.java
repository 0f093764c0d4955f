package understudy.core.model;

/** Something that a driver saw and only its own checks understand; the core carries it and never looks inside. */
public record Fact(String name, String value) {}
