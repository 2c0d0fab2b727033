"""Pictures: rows turned into coordinates. Pure functions; nothing here asks the database.

Across, places are percentages of the width and, down, pixels, so that a picture is as wide as its
column on any screen while its words keep their size. The templates in ``templates/charts/`` draw
what these functions place.

Time runs the way the page is read: in Urdu from right to left, as do its lists of rounds, the
columns of its tables and its words for before and after. A picture that ran the other way than the
text beside it would be read backwards.
"""
