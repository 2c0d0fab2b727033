"""The API's views, one file for each family of resources."""
