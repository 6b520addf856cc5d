package org.hiwar.campaign.list;

/// What 03/04/2026 means in a file. Dates that begin with the year mean the same everywhere.
public enum DateOrder {
  DAY_FIRST,
  MONTH_FIRST
}
