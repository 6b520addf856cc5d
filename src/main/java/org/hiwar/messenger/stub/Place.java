package org.hiwar.messenger.stub;

/// A place that somebody sends.
///
/// @param latitude in degrees, to the north
/// @param longitude in degrees, to the east
/// @param name empty: it has none
public record Place(double latitude, double longitude, String name, String address) {}
