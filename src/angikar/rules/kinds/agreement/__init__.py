"""The annual performance agreement (বার্ষিক কর্মসম্পাদন চুক্তি) between an office and the office above it."""
